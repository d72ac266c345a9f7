"""Start integraal. Only what every start needs stands here, so that `--version` is instant."""

import os
import sys


def main() -> int:
    """Run the command line and give its exit code; this process is for nothing else."""
    # integraal has no pydantic plugins; looking for them reads every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return _run()
    finally:
        _give_up_what_cannot_be_printed()


def _run() -> int:
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from integraal import __version__

        try:
            print(f"integraal {__version__}", flush=True)
        except OSError:
            pass  # what cannot be printed is said below, where there are words for it
        else:
            return 0
    try:
        from integraal.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # so early that nobody was there yet to say anything
        return 130


def _give_up_what_cannot_be_printed() -> None:
    """Keep Python from trying once more when it ends, and telling about it in its own words."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())

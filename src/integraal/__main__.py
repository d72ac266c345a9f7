"""Start integraal. Only what every start needs stands here, so that `--version` is instant."""

import sys


def main() -> int:
    """Run the command line and give its exit code."""
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


if __name__ == "__main__":
    sys.exit(main())

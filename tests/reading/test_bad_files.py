"""Every finding code has a file with that one fault, and the exact words that are said of it."""

import re

import pytest

from integraal.words.words import Words
from tests.conftest import ROOT
from tests.reading.bad_files import BAD_CASES, BAD_INSTRUMENTS, BadFile, bad_files
from tests.verify.controlled_files import controlled_files

FILES = tuple(bad_files())
WORDS = Words("nl").keys()
CODES = sorted(key.removeprefix("finding.") for key in WORDS if key.startswith("finding."))
DUCKDB = "tests/batch/duckdb/test_run.py"
BOUNDS = "tests/batch/table/test_sheet_bounds.py"
TABLE = "tests/batch/table/test_source.py"
BATCH = "tests/cli/commands/test_batch.py"
SPARK = "tests/cli/commands/test_batch_spark.py"
WORKBOOK = "tests/batch/table/test_workbook.py"
SIGNALS = "tests/cli/commands/test_signalen.py"
THRESHOLDS = "tests/reading/test_thresholds.py"
EXAMPLES = "tests/reading/test_examples.py"
CONTROLEER = "tests/cli/commands/test_controleer.py"
SPARK_RUN = "tests/batch/spark/test_run.py"
KINDS = "tests/batch/table/test_file_kinds.py"
SHEETS = "tests/batch/table/test_sheet_head.py"
TORN = "tests/batch/duckdb/test_torn_lines.py"
CHECKED = "tests/cli/commands/test_batch_controleer.py"
NETWORKS = "tests/reading/services/test_networks.py"
MEETINGS = "tests/reading/services/test_meetings.py"
HOLIDAYS = "tests/reading/services/test_holidays.py"
STUDY = "tests/reading/panel/test_study.py"
VERSLAG = "tests/cli/commands/test_panel_verslag.py"
KIES = "tests/cli/commands/test_panel_kies.py"
STORIES = "tests/reading/panel/test_stories.py"
LEES = "tests/cli/commands/test_panel_lees.py"
NAMED_TESTS = {
    "panel-not-a-letter": LEES
    + "::test_a_file_that_is_not_named_by_a_letter_of_the_study_is_refused",
    "panel-other-kind": LEES + "::test_a_file_that_cannot_be_read_is_said_and_the_others_are_read",
    "panel-no-sheet": LEES + "::test_a_file_that_cannot_be_read_is_said_and_the_others_are_read",
    "panel-nothing-back": LEES
    + "::test_what_programs_leave_behind_is_passed_over_and_an_empty_folder_is_said",
    "panel-other-study": LEES
    + "::test_a_sheet_of_another_study_is_refused_whole_and_its_marks_are_counted",
    "panel-other-rater": LEES + "::test_a_sheet_under_the_letter_of_another_rater_is_refused_whole",
    "panel-no-check": LEES + "::test_codes_without_a_check_are_read_and_that_is_said",
    "panel-unknown-case": LEES + "::test_codes_without_a_check_are_read_and_that_is_said",
    "panel-unknown-mark": LEES + "::test_what_is_no_level_is_refused_with_the_nearest",
    "panel-two-levels": LEES + "::test_two_levels_are_refused_by_name_with_file_row_and_remedy",
    "panel-marks-differ": LEES
    + "::test_a_sheet_that_came_twice_counts_once_and_where_it_differs_not_at_all",
    "panel-other-round": "tests/panel/test_taking.py"
    + "::test_a_code_that_hits_a_case_of_the_other_round_is_said_with_its_place",
    "panel-no-mark": LEES + "::test_a_reason_without_a_level_is_said_and_counts_as_blank",
    "panel-unknown-sureness": LEES
    + "::test_a_mark_of_which_only_the_sureness_is_strange_is_kept_and_said",
    "panel-reason-left-out": LEES
    + "::test_a_reason_by_which_somebody_is_recognised_is_left_out_and_the_mark_is_kept",
    "panel-reason-doubtful": LEES
    + "::test_a_reason_by_which_somebody_is_recognised_is_left_out_and_the_mark_is_kept",
    "panel-no-code": LEES + "::test_codes_without_a_check_are_read_and_that_is_said",
    "panel-no-cases": LEES + "::test_a_folder_without_cases_is_said",
    "unknown-case": STUDY + "::test_what_is_wrong_is_said_with_its_place",
    "repeats-otherwise": STUDY + "::test_what_is_wrong_is_said_with_its_place",
    "beside-otherwise": STUDY + "::test_what_is_wrong_is_said_with_its_place",
    "study-other-version": STUDY + "::test_a_study_of_another_version_is_read_and_says_so",
    "not-a-study-folder": KIES + "::test_a_folder_that_cannot_be_is_refused",
    "folder-not-empty": KIES + "::test_what_is_in_a_folder_stays_unless_it_may_go",
    "study-has-marks": KIES + "::test_cases_that_were_rated_or_printed_are_not_replaced",
    "ratings-elsewhere": VERSLAG + "::test_ratings_of_another_version_are_not_mixed_in",
    "rated-unknown": VERSLAG + "::test_a_mark_on_what_is_not_there_is_named",
    "study-without-cases": KIES + "::test_where_all_is_ruled_out_there_is_no_study",
    "unknown-story": STORIES + "::test_what_is_no_answer_is_a_fault",
    "story-untold": STORIES + "::test_an_answer_that_is_not_told_is_a_fault",
    "story-twice": STORIES + "::test_two_answers_in_the_same_words_are_a_fault",
    "po-language": (
        "tests/exchange/test_po.py::test_another_language_is_refused_and_a_country_is_none"
    ),
    "po-unreadable": "tests/exchange/test_po.py::test_what_is_no_po_is_refused",
    "answer-not-whole": (
        "tests/reading/cases/test_casefile.py"
        "::test_a_number_that_is_no_answer_is_refused_with_its_place_and_remedy"
    ),
    "answer-too-low": (
        "tests/reading/cases/test_casefile.py"
        "::test_a_number_that_is_no_answer_is_refused_with_its_place_and_remedy"
    ),
    "answer-too-high": (
        "tests/reading/cases/test_casefile.py"
        "::test_a_number_that_is_no_answer_is_refused_with_its_place_and_remedy"
    ),
    "answered-twice": (
        "tests/reading/cases/test_casefile.py::test_a_land_that_is_said_twice_must_be_the_same"
    ),
    "answered-in-two-columns": (
        "tests/cli/commands/test_batch.py::test_what_was_read_under_an_old_name_is_said"
    ),
    "answered-twice-in-files": (
        "tests/cli/commands/test_batch.py"
        "::test_a_case_file_with_both_names_of_a_question_counts_the_greatest_need_and_says_so"
    ),
    "retired-answer": (
        "tests/cli/commands/test_batch.py::test_what_went_away_is_named_in_a_table_and_not_known"
    ),
    "old-answer": (
        "tests/cli/commands/test_batch.py::test_an_old_answer_in_a_table_is_read_and_said"
    ),
    "answered-by-two-names": (
        "tests/reading/cases/test_casefile.py"
        "::test_of_an_old_and_a_new_name_the_highest_need_counts_and_both_are_said"
    ),
    "form-check-missing": (
        "tests/cli/interview/test_paper_entry.py"
        "::test_codes_without_the_check_of_their_form_are_refused"
    ),
    "form-of-other-codes": (
        "tests/cli/interview/test_paper_entry.py"
        "::test_codes_of_another_form_are_refused_and_change_nothing"
    ),
    "no-form-in-file": (
        "tests/cli/interview/test_filled_forms.py::test_a_file_that_is_no_form_is_refused"
    ),
    "form-as-made": (
        "tests/cli/interview/test_filled_forms.py"
        "::test_a_page_with_the_crosses_of_old_answers_alone_is_refused_and_its_danger_said"
    ),
    "form-without-crosses": (
        "tests/cli/interview/test_filled_forms.py::test_a_form_without_a_cross_says_nothing"
    ),
    "help-line-uncalled": (
        "tests/verify/test_help_lines.py::test_a_line_that_nothing_calls_is_said"
    ),
    "no-such-file": "tests/reading/test_files.py::test_a_file_that_is_not_there_is_said",
    "not-a-file": "tests/reading/test_files.py::test_a_folder_is_not_a_file",
    "unreadable-file": "tests/reading/test_files.py::test_a_file_that_cannot_be_opened_says_why",
    "name-not-utf8": f"{DUCKDB}::test_a_name_that_is_no_text_is_refused_before_anything_is_done",
    "scratch-taken": (
        "tests/reading/storage/test_scratch.py::test_a_name_that_somebody_else_took_is_not_used"
    ),
    "file-too-large": "tests/reading/test_files.py::test_a_file_above_the_limit_is_refused",
    "wrong-shape": "tests/reading/shapes/test_fit.py::test_a_misfit_of_any_other_kind_is_said",
    "no-such-instrument": (
        "tests/reading/test_library.py::test_an_unknown_instrument_names_the_nearest"
    ),
    "unknown-instrument": (
        "tests/reading/services/test_regions.py::test_services_of_another_instrument_are_refused"
    ),
    "unknown-target": (
        NETWORKS + "::test_what_is_not_known_is_said_with_its_place_and_the_nearest"
    ),
    "unknown-sector": (
        NETWORKS + "::test_what_is_not_known_is_said_with_its_place_and_the_nearest"
    ),
    "unknown-organisation": (
        NETWORKS + "::test_what_is_not_known_is_said_with_its_place_and_the_nearest"
    ),
    "language-by-name": (
        NETWORKS + "::test_what_is_not_known_is_said_with_its_place_and_the_nearest"
    ),
    "unknown-partner": (
        MEETINGS + "::test_what_a_meeting_names_and_nothing_has_is_said_with_its_place"
    ),
    "unknown-service": (
        MEETINGS + "::test_what_a_meeting_names_and_nothing_has_is_said_with_its_place"
    ),
    "unknown-item": (
        MEETINGS + "::test_what_a_meeting_names_and_nothing_has_is_said_with_its_place"
    ),
    "unknown-calendar": (
        MEETINGS + "::test_what_a_meeting_names_and_nothing_has_is_said_with_its_place"
    ),
    "meeting-twice": (
        MEETINGS + "::test_what_a_meeting_names_and_nothing_has_is_said_with_its_place"
    ),
    "meeting-ahead": MEETINGS + "::test_a_meeting_that_is_yet_to_come_does_not_count_and_is_said",
    "ends-before-it-begins": (HOLIDAYS + "::test_days_that_cannot_be_are_refused_with_their_place"),
    "outside-the-calendar": (HOLIDAYS + "::test_days_that_cannot_be_are_refused_with_their_place"),
    "row-without-name": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "row-without-for": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "wait-not-weeks": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "wait-without-weeks": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "wait-undated": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "not-yes-or-no": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "service-closed": (
        "tests/batch/services/test_rows.py::test_what_cannot_be_read_refuses_its_row_and_no_other"
    ),
    "row-twice": (
        "tests/batch/services/test_rows.py"
        "::test_the_same_service_of_the_same_organisation_stands_there_once"
    ),
    "sector-differs": (
        "tests/batch/services/test_rows.py"
        "::test_the_first_sector_that_is_said_stays_and_another_is_named"
    ),
    "partner-differs": (
        "tests/batch/services/test_rows.py"
        "::test_the_first_kind_and_commitment_that_are_said_stay_and_another_is_named"
    ),
    "list-other-form": (
        "tests/batch/services/test_sheets.py::test_other_forms_of_tables_are_refused"
    ),
    "list-without-names": (
        "tests/batch/services/test_sheets.py::test_without_names_of_columns_it_is_no_list"
    ),
    "list-column-nearly": (
        "tests/cli/commands/test_netwerk.py"
        "::test_a_column_that_is_nearly_one_is_refused_with_the_nearest"
    ),
    "list-columns-left": (
        "tests/batch/services/test_sheets.py"
        "::test_columns_that_say_nothing_here_are_named_also_without_a_name"
    ),
    "list-sheets-left": (
        "tests/batch/services/test_sheets.py"
        "::test_sheets_with_something_else_and_merged_cells_are_said"
    ),
    "list-lines-above": (
        "tests/batch/services/test_sheets.py"
        "::test_the_line_of_excel_and_a_title_may_stand_above_and_the_title_is_said"
    ),
    "list-cells-merged": (
        "tests/batch/services/test_sheets.py"
        "::test_sheets_with_something_else_and_merged_cells_are_said"
    ),
    "cell-broken": (
        "tests/batch/services/test_sheets.py"
        "::test_sheets_with_something_else_and_merged_cells_are_said"
    ),
    "list-too-long": (
        "tests/batch/services/test_sheets.py::test_more_rows_than_any_network_has_are_refused"
    ),
    "list-unclosed": (
        "tests/batch/services/test_sheets.py"
        "::test_a_quote_that_does_not_close_takes_no_rows_with_it"
    ),
    "row-too-wide": (
        "tests/batch/services/test_sheets.py::test_a_row_that_is_wider_than_the_names_is_refused"
    ),
    "list-empty": (
        "tests/cli/commands/test_netwerk.py::test_where_nothing_is_taken_nothing_is_written"
    ),
    "hsds-unreadable": (
        "tests/batch/services/test_directory.py"
        "::test_what_is_no_json_or_says_one_thing_twice_is_refused"
    ),
    "hsds-left": (
        "tests/cli/commands/test_netwerk.py"
        "::test_a_directory_of_others_is_taken_and_what_is_left_is_said"
    ),
    "hsds-people": (
        "tests/cli/commands/test_netwerk.py"
        "::test_a_directory_of_others_is_taken_and_what_is_left_is_said"
    ),
    "entry-replaced": NETWORKS + "::test_a_later_file_goes_for_an_earlier_and_says_so",
    "service-missing": (
        "tests/reading/services/test_regions.py::test_a_route_that_no_service_takes_up_is_named"
    ),
    "service-stale": (
        "tests/reading/services/test_regions.py::test_what_was_checked_half_a_year_ago_must_be_checked_again"
    ),
    "no-columns": f"{BATCH}::test_a_table_that_cannot_be_used_is_refused_whole",
    "column-nearly": f"{TABLE}::test_a_name_that_is_nearly_a_question_is_refused_with_the_nearest",
    "column-nameless": f"{TABLE}::test_what_stands_in_a_column_without_a_name_is_refused",
    "too-many-columns": (
        "tests/batch/table/test_source.py"
        "::test_more_columns_than_anybody_can_use_are_refused_with_the_bound"
    ),
    "sheet-too-large": f"{BOUNDS}::test_a_small_file_with_an_enormous_sheet_is_refused_at_once",
    "gzip-too-large": f"{KINDS}::test_a_small_file_of_nearly_nothing_is_refused",
    "unpacks-too-large": f"{BOUNDS}::test_a_small_file_with_an_enormous_sheet_is_refused_at_once",
    "column-twice": f"{BATCH}::test_a_table_that_cannot_be_used_is_refused_whole",
    "no-case-column": f"{BATCH}::test_a_table_that_cannot_be_used_is_refused_whole",
    "no-question-column": f"{BATCH}::test_a_table_that_cannot_be_used_is_refused_whole",
    "column-identifies": f"{BATCH}::test_a_table_that_cannot_be_used_is_refused_whole",
    "unknown-form": f"{BATCH}::test_wrong_places_are_refused_with_the_reason",
    "unreadable-table": f"{BATCH}::test_wrong_places_are_refused_with_the_reason",
    "no-case-files": f"{BATCH}::test_wrong_places_are_refused_with_the_reason",
    "rejects-are-output": f"{BATCH}::test_rejects_never_take_the_place_of_anything_else",
    "asked-two-ways": f"{BATCH}::test_a_question_that_is_asked_two_ways_is_refused",
    "records-uncounted": (f"{DUCKDB}::test_rows_that_cannot_be_counted_are_not_written"),
    "no-such-column": f"{BATCH}::test_a_group_that_cannot_be_copied_is_refused",
    "no-group-column": f"{BATCH}::test_a_group_that_cannot_be_copied_is_refused",
    "too-many-groups": f"{DUCKDB}::test_a_column_with_too_many_values_is_no_group",
    "unknown-rule": f"{EXAMPLES}::test_what_no_advice_can_be_is_said_with_its_place",
    "unknown-promise": f"{EXAMPLES}::test_what_no_advice_can_be_is_said_with_its_place",
    "unknown-score": f"{EXAMPLES}::test_what_no_advice_can_be_is_said_with_its_place",
    "expects-nothing": f"{EXAMPLES}::test_what_no_advice_can_be_is_said_with_its_place",
    "id-twice": f"{CONTROLEER}::test_two_instruments_of_one_id_in_a_folder_are_refused",
    "id-shipped": (
        f"{CONTROLEER}::test_the_id_of_a_shipped_instrument_is_its_own_until_the_version_is_another"
    ),
    "json-list": f"{SPARK_RUN}::test_what_spark_does_not_read_is_refused_with_what_it_is",
    "above-the-names": f"{SPARK_RUN}::test_what_spark_does_not_read_is_refused_with_what_it_is",
    "other-form": f"{KINDS}::test_a_table_under_the_name_of_another_form_is_refused",
    "other-workbook": f"{KINDS}::test_another_kind_of_workbook_is_told_by_its_name",
    "locked-workbook": f"{KINDS}::test_another_kind_of_workbook_is_told_by_what_it_holds",
    "packed-table": f"{KINDS}::test_what_is_packed_otherwise_is_refused",
    "no-sheets": f"{SHEETS}::test_a_sheet_that_is_not_there_is_refused_with_those_that_are",
    "no-such-sheet": f"{SHEETS}::test_a_sheet_that_is_not_there_is_refused_with_those_that_are",
    "row-on-sheets": (
        f"{SHEETS}::test_a_row_on_several_sheets_is_explained_on_the_one_that_is_named"
    ),
    **dict.fromkeys(
        ("cells-too-many", "cells-too-few", "quote-in-cell", "record-too-long"),
        f"{TORN}::test_each_kind_is_said_with_its_first_line_and_a_way_out",
    ),
    "too-many-blank-lines": f"{TORN}::test_what_would_be_lost_without_a_word_is_refused",
    "no-json-object": f"{TORN}::test_so_is_a_line_that_is_no_object",
    "no-red-copy": f"{CHECKED}::test_what_does_not_go_together_is_refused",
    "few-in-group": f"{BATCH}::test_groups_that_leave_cases_nearly_alone_are_refused_unless_said",
    "too-many-rows": f"{DUCKDB}::test_more_rows_than_a_sheet_can_hold_are_refused",
    "no-such-row": f"{BATCH}::test_a_row_that_is_no_case_is_not_explained",
    "row-has-faults": f"{BATCH}::test_a_row_that_is_no_case_is_not_explained",
    "no-follow-up": (
        "tests/cli/commands/test_export.py::test_a_case_without_a_day_to_look_again_has_no_reminder"
    ),
    "not-a-result": f"{SIGNALS}::test_tables_that_are_no_result_are_refused",
    "edited-result": f"{SIGNALS}::test_a_level_that_somebody_typed_is_refused_and_not_shown",
    "damaged-result": f"{SIGNALS}::test_a_result_that_was_damaged_is_refused",
    "cannot-group-by": f"{SIGNALS}::test_a_column_that_is_not_there_or_is_no_group_is_refused",
    "groups-too-fine": f"{SIGNALS}::test_groups_that_would_point_at_people_are_refused",
    "cases-twice": f"{SIGNALS}::test_a_case_that_says_two_things_is_refused",
    "results-differ": f"{SIGNALS}::test_results_of_two_versions_are_not_added_up",
    "too-few-cases": f"{SIGNALS}::test_a_small_file_is_refused_also_beside_a_large_one",
    "unknown-results": f"{SIGNALS}::test_results_of_an_unknown_instrument_ask_for_its_name",
    "other-results": (f"{SIGNALS}::test_results_are_not_told_in_the_words_of_another_instrument"),
    "no-thresholds-yet": f"{THRESHOLDS}::test_before_the_first_day_none_is_in_force",
    "thresholds-twice": f"{THRESHOLDS}::test_one_day_has_one_set_of_thresholds",
    "rounds-too-far": f"{THRESHOLDS}::test_rounding_never_makes_nought_of_what_is_shown",
    "rate-of-few": f"{THRESHOLDS}::test_no_percentage_is_about_fewer_than_may_be_shown",
    "not-a-count": f"{THRESHOLDS}::test_a_threshold_is_a_whole_number_within_bounds",
    "no-pyspark": f"{SPARK}::test_without_spark_the_remedy_is_said",
    "no-java": f"{SPARK}::test_without_java_the_remedy_is_said",
    "spark-failed": (
        f"{SPARK}::test_a_master_that_is_none_is_said_with_the_reason_that_spark_gives"
    ),
    "folder-taken": f"{SPARK}::test_nothing_takes_the_place_of_anything_else",
    "mixed-folder": (
        "tests/batch/spark/test_run.py::test_a_table_that_cannot_be_used_is_refused_whole"
    ),
    "other-header": (
        "tests/batch/spark/test_run.py::test_a_table_that_cannot_be_used_is_refused_whole"
    ),
    "quote-left-open": (
        "tests/batch/spark/test_run.py::test_a_table_that_cannot_be_used_is_refused_whole"
    ),
    "not-written": (f"{DUCKDB}::test_what_cannot_be_written_is_said_and_leaves_nothing"),
    "disk-full": "tests/batch/duckdb/test_errors.py::test_a_full_disk_is_named_with_its_folder",
    "template-other-instrument": (f"{WORKBOOK}::test_a_template_of_another_instrument_is_refused"),
    "template-unknown-instrument": (
        f"{WORKBOOK}::test_a_template_of_an_instrument_that_is_not_here_asks_for_it"
    ),
    "template-other-version": (f"{WORKBOOK}::test_a_template_of_another_version_is_read_and_said"),
    "changed-on-disk": (
        "tests/reading/cases/test_case_writer.py::test_a_file_that_somebody_else_changed_is_not_touched"
    ),
    "not-saved": (
        "tests/reading/cases/test_case_writer.py::test_nothing_is_lost_when_there_is_no_room_left"
    ),
    "not-removed": "tests/cli/commands/test_bewaar.py::test_what_is_read_only_or_in_use_stays",
    "rows-by-hand": "tests/cli/commands/test_bewaar.py::test_what_cannot_be_written_anew_is_left",
    "kept-apart": (
        "tests/cli/interview/test_session_file.py::test_answers_about_a_meeting_and_about_a_family_stay_apart"
    ),
    "text-identifies": (
        "tests/cli/interview/test_session_file.py::test_text_that_identifies_somebody_is_not_kept"
    ),
    "text-may-identify": (
        "tests/cli/interview/test_doubt.py::test_a_file_is_warned_about_and_the_exit_code_stays"
    ),
    "case-id-may-identify": (
        "tests/test_guarded.py::test_a_name_of_a_case_is_a_warning_and_changes_no_exit_code"
    ),
    "column-may-identify": (
        "tests/test_guarded.py::test_a_table_with_names_is_warned_about_and_still_answered"
    ),
    "case-id-identifies": (
        "tests/cli/interview/test_session_file.py::test_case_id_that_has_the_shape_of_a_person_is_refused"
    ),
    "case-in-use": (
        "tests/cli/interview/test_session_file.py::test_second_window_on_the_same_file_is_told_and_changes_nothing"
    ),
    "no-such-folder": (
        "tests/cli/interview/test_session_file.py::test_folder_that_is_not_there_is_said_before_any_question"
    ),
    "line-too-long": (
        "tests/cli/interview/test_plain_lines.py::test_text_larger_than_a_case_file_may_be_is_refused"
    ),
    "output-is-input": (
        "tests/cli/commands/test_advies.py::test_advice_never_takes_the_place_of_its_own_case"
    ),
    "misread-code": (
        "tests/cli/interview/test_plain_lines.py::test_a_line_that_names_no_question_at_the_review_is_refused"
    ),
    "not-an-instrument": (
        "tests/cli/output/test_paths.py::test_a_case_is_not_taken_for_an_instrument"
    ),
    "exists-already": "tests/cli/output/test_paths.py::test_result_overwrites_nothing_unasked",
    "case-differs": "tests/cli/commands/test_test.py::test_sarif_points_at_the_case_that_fails",
    "change-unnoticed": (
        "tests/cli/commands/test_test.py::test_sarif_points_at_the_rule_whose_change_goes_unnoticed"
    ),
    "misread-agreement": (
        "tests/cli/commands/test_afspraak.py::test_of_lines_that_are_piped_all_are_taken_or_none"
    ),
    "misread-line": (
        "tests/cli/interview/test_plain_lines.py"
        "::test_wrong_line_stops_the_sitting_and_nothing_after_it_is_recorded"
    ),
}
"""Codes about what no file in `bad/` can hold: a path, a disk, another window, a typed line."""


@pytest.mark.parametrize("bad", FILES, ids=lambda bad: f"{bad.path.parent.parent.name}-{bad.name}")
def test_a_bad_file_is_told_so_in_exactly_these_words(bad: BadFile) -> None:
    assert bad.text() == bad.expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("bad", FILES, ids=lambda bad: f"{bad.path.parent.parent.name}-{bad.name}")
def test_a_bad_file_is_said_to_have_its_one_fault_and_no_other(bad: BadFile) -> None:
    assert [finding.code for finding in bad.findings()] == [bad.code]


def test_every_expected_text_belongs_to_a_file() -> None:
    texts = {path for folder in (BAD_INSTRUMENTS, BAD_CASES) for path in folder.glob("*.txt")}
    assert texts == {bad.expected for bad in FILES}


def test_every_code_has_a_bad_file_or_a_test_of_its_own() -> None:
    proven = {file.code for file in controlled_files()}
    shown = {bad.code for bad in FILES} | NAMED_TESTS.keys() | proven
    assert sorted(shown) == CODES


@pytest.mark.parametrize("test", NAMED_TESTS.values())
def test_a_test_named_for_a_code_exists(test: str) -> None:
    file, name = test.split("::")
    path = ROOT / file
    assert path.is_file(), file
    assert f"def {name}(" in path.read_text(encoding="utf-8")


def test_every_code_is_documented_once_and_no_code_that_does_not_exist() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)) == CODES

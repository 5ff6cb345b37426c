package org.triviumcrm.shared.exchange;

/** Texts that a spreadsheet would take for formulas: they leave with an apostrophe in front, and come back without. */
public final class SpreadsheetText {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text as it may stand in a file for a spreadsheet. */
    public static String guarded(String text) {
        return startsFormula(text, 0) ? "'" + text : text;
    }

    /** The text that was meant. */
    public static String plain(String text) {
        return text.startsWith("'") && startsFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text, int at) {
        return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
    }
}

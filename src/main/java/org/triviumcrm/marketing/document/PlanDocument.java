package org.triviumcrm.marketing.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The plan of a campaign in words of one language, whichever language its reader works in.
 *
 * @param heading of the document, such as "Campaign plan"
 * @param status state and day
 * @param words headings by the ends of their message keys
 */
public record PlanDocument(
        Locale language,
        String heading,
        String name,
        String status,
        String goal,
        List<Fact> facts,
        List<Line> budget,
        String total,
        List<Fact> expected,
        List<Decision> decisions,
        Map<String, String> words) {

    /** Something that is known, and what it is called. */
    public record Fact(String label, String value) {}

    /** A line of the budget. */
    public record Line(String category, String note, String amount) {}

    /** Who decided what, when, at which step of the flow. */
    public record Decision(String at, String step, String person, String kind, String remark) {}

    /** As in {@code lang} of HTML. */
    public String lang() {
        return language.toLanguageTag();
    }
}

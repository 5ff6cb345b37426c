package org.triviumcrm.sales.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A quote or a contract as its customer reads it, in words of one language, whichever language its reader works in.
 *
 * @param heading such as "Quote"
 * @param number with its version
 * @param sender the lines of the letterhead
 * @param receiver the lines of the address
 * @param facts date, validity and who to ask
 * @param sums from the net to the total
 * @param options whether it offers lines that are not in its sums
 * @param words headings by the ends of their message keys
 * @param signatures none of a quote
 * @param logo a picture as a data address; null for none
 */
public record WrittenPaper(
        Locale language,
        String heading,
        String number,
        String name,
        List<String> sender,
        String company,
        List<String> receiver,
        List<Fact> facts,
        @Nullable String introduction,
        List<Line> lines,
        List<Sum> sums,
        boolean options,
        @Nullable String terms,
        @Nullable String footer,
        Map<String, String> words,
        @Nullable String logo,
        List<Signature> signatures) {

    /** Where somebody signs. @param party whom they sign for */
    public record Signature(String party, String name, String role) {}

    /** Something that is known, and what it is called. */
    public record Fact(String label, String value) {}

    /** What a row is. */
    public enum Kind {
        ITEM,
        OPTION,
        SECTION,
        TEXT,
        /** What the rows of a section come to. */
        SUBTOTAL
    }

    /** A row of the table; what a kind has not is empty. */
    public record Line(
            Kind kind,
            String place,
            String words,
            String detail,
            String quantity,
            String price,
            String discount,
            String tax,
            String amount) {}

    /** A row below the table. @param strong whether it is the total */
    public record Sum(String label, String amount, boolean strong) {}

    /** As in {@code lang} of HTML. */
    public String lang() {
        return language.toLanguageTag();
    }

    /** Whether any line has a discount. */
    public boolean isDiscounted() {
        return lines.stream().anyMatch(line -> !line.discount().isEmpty());
    }

    /** What it is called as a file. */
    public String fileName() {
        return (heading + " " + number).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-") + ".pdf";
    }
}

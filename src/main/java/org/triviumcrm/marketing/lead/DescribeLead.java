package org.triviumcrm.marketing.lead;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ImportRow;

/**
 * What somebody is compared by while a form is being filled in.
 *
 * @param id the lead itself, 0 for a new one
 */
public record DescribeLead(
        @Nullable String fullName,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long id) {

    /** Fewer digits are too few to be a number of one's own. */
    private static final int LEAST_DIGITS = 7;

    private static final int COMPARED_DIGITS = 10;

    static DescribeLead of(LeadPage page) {
        return new DescribeLead(page.fullName(), page.company(), page.email(), page.phone(), page.id());
    }

    /** Of a file's row, with which nothing has been made yet. */
    static DescribeLead of(ImportRow row) {
        return new DescribeLead(row.text("name"), row.text("company"), row.text("email"), row.text("phone"), 0L);
    }

    /** What the index of telephone numbers holds; empty for too few digits. */
    String digits() {
        String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        return digits.length() < LEAST_DIGITS ? "" : digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS));
    }

    String foldedEmail() {
        return email != null && email.contains("@") ? folded(email) : "";
    }

    String foldedName() {
        return folded(fullName);
    }

    String foldedCompany() {
        return folded(company);
    }

    boolean saysNothing() {
        return digits().isEmpty()
                && foldedEmail().isEmpty()
                && foldedName().isEmpty()
                && foldedCompany().isEmpty();
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}

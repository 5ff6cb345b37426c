package org.triviumcrm.marketing.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ImportRow;

/**
 * What a row says of who somebody is; texts are empty where it says nothing.
 *
 * @param phone the last digits of the telephone number; empty for too few of them to be a number of one's own
 */
record NamedPerson(String reference, String email, String phone, String name, String company) {

    private static final int LEAST_DIGITS = 7;
    private static final int COMPARED_DIGITS = 10;

    static NamedPerson of(ImportRow row) {
        return new NamedPerson(
                said(row, "reference"),
                folded(row.text("email")),
                digits(row.text("phone")),
                folded(fullName(row)),
                folded(row.text("company")));
    }

    /** As it is written; the parts of a Chinese name follow each other without a blank, the family name first. */
    static @Nullable String fullName(ImportRow row) {
        String whole = row.text("name");
        if (whole != null) {
            return whole;
        }
        String first = said(row, "firstName");
        String last = said(row, "lastName");
        String joined = (first + last).codePoints().anyMatch(Character::isIdeographic)
                ? last + first
                : (first + " " + last).strip();
        return joined.isEmpty() ? null : joined;
    }

    private static String said(ImportRow row, String field) {
        String text = row.text(field);
        return text == null ? "" : text;
    }

    /** As names are compared: small letters, one blank between words. */
    static String folded(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String digits(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        return digits.length() < LEAST_DIGITS ? "" : digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS));
    }

    /** Whether it says nothing by which somebody could be known. */
    boolean isNobody(ImportRow row) {
        return reference.isEmpty() && email.isEmpty() && name.isEmpty() && company.isEmpty() && !row.has("phone");
    }

    /** Whether the same number belongs to somebody else: a switchboard has many people behind it. */
    boolean isOther(String otherName) {
        return !name.isEmpty() && !otherName.isEmpty() && !name.equals(otherName);
    }

    /** What another row of the same file has in common with it when both mean the same person, the surest first. */
    List<String> signs() {
        List<String> signs = surer();
        signs.add(called());
        return signs;
    }

    /** Which of the {@link #signs} of earlier rows make it one of these: names alone only where it says nothing surer. */
    List<String> sought() {
        List<String> signs = surer();
        return signs.isEmpty() ? List.of(called()) : signs;
    }

    private List<String> surer() {
        List<String> signs = new ArrayList<>();
        if (!reference.isEmpty()) {
            signs.add("reference " + reference);
        }
        if (!email.isEmpty()) {
            signs.add("email " + email);
        }
        if (!phone.isEmpty()) {
            signs.add("phone " + phone + " " + name);
        }
        return signs;
    }

    private String called() {
        return "name " + name + "\n" + company;
    }
}

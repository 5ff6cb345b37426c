package org.triviumcrm.marketing.capture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.lead.SaveLead;

/**
 * What a form has sent: what is known of the lead, and everything else as answers.
 *
 * @param fields by the names of {@link SaveLead}, each as long as it may be at most
 * @param answers by what the form calls them
 * @param hidden what stands in the field that nobody sees
 * @param ticket says when the page was opened
 * @param excessive whether there was more than a form of people sends
 */
record Captured(
        Map<String, String> fields, Map<String, String> answers, String hidden, String ticket, boolean excessive) {

    static final String HIDDEN = "website_address";
    static final String TICKET = "trivium_ticket";

    private static final int MOST_FIELDS = 60;
    private static final int LONGEST = 5_000;
    private static final int LONGEST_QUESTION = 300;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

    /** How long each may be; a form calls the name and the job title in more than one way. */
    private static final Map<String, Integer> LENGTHS = Map.of(
            "fullName",
            200,
            "company",
            300,
            "jobTitle",
            200,
            "email",
            320,
            "phone",
            50,
            "country",
            100,
            "region",
            100,
            "city",
            100,
            "industry",
            100,
            "note",
            5_000);

    private static final Map<String, String> NAMES =
            Map.of("name", "fullName", "job_title", "jobTitle", "message", "note");

    static final Set<String> FIELDS = Set.copyOf(LENGTHS.keySet());

    /** Takes what fits no field for an answer, and so what can't be a value of its field. */
    static Captured of(Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        boolean excessive = sent.size() > MOST_FIELDS;
        for (Map.Entry<String, String> each :
                sent.entrySet().stream().limit(MOST_FIELDS).toList()) {
            String text = each.getValue().strip().replace("\0", "");
            String field = NAMES.getOrDefault(each.getKey(), each.getKey());
            if (text.isEmpty() || field.equals(HIDDEN) || field.equals(TICKET)) {
                continue;
            }
            excessive |= text.length() > LONGEST;
            if (fits(field, text)) {
                fields.put(field, text);
            } else {
                answers.put(shortened(each.getKey().replace("\0", ""), LONGEST_QUESTION), shortened(text, LONGEST));
            }
        }
        return new Captured(
                fields, answers, sent.getOrDefault(HIDDEN, "").strip(), sent.getOrDefault(TICKET, ""), excessive);
    }

    private static boolean fits(String field, String text) {
        Integer most = LENGTHS.get(field);
        return most != null
                && text.length() <= most
                && (!field.equals("email") || EMAIL.matcher(text).matches());
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** All that somebody said, as the form calls it or would; what is of no use to a reader is left out. */
    Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.putAll(answers);
        return sent;
    }

    /** Whether there is anything to know somebody by. */
    boolean isSomebody() {
        return fields.containsKey("fullName")
                || fields.containsKey("company")
                || fields.containsKey("email")
                || fields.containsKey("phone");
    }

    SaveLead lead(@Nullable String source, @Nullable Long campaignId, @Nullable Long ownerId) {
        return new SaveLead(
                fields.get("fullName"),
                fields.get("company"),
                fields.get("jobTitle"),
                fields.get("email"),
                fields.get("phone"),
                fields.get("country"),
                fields.get("region"),
                fields.get("city"),
                fields.get("industry"),
                source,
                campaignId,
                null,
                false,
                false,
                fields.get("note"),
                ownerId,
                Map.of(),
                0);
    }
}

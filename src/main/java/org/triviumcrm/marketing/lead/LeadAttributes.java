package org.triviumcrm.marketing.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** All that is known of leads: what they are, and the fields that administrators have added to them. */
@Component
public class LeadAttributes {

    /** Texts that many leads share. */
    private static final List<String> WORDS = List.of("industry", "country", "region", "city", "source");

    /** Columns by their keys, in the order of forms. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    private static final Map<String, String> YES_OR_NO = new LinkedHashMap<>();

    static {
        TEXTS.put("jobTitle", "job_title");
        TEXTS.put("company", "company");
        TEXTS.put("email", "email");
        TEXTS.put("phone", "phone");
        YES_OR_NO.put("noEmail", "no_email");
        YES_OR_NO.put("noCall", "no_call");
    }

    private final MessageSource messages;
    private final CustomFields custom;
    private final LeadNameRepository names;

    LeadAttributes(MessageSource messages, CustomFields custom, LeadNameRepository names) {
        this.messages = messages;
        this.custom = custom;
        this.names = names;
    }

    /** By key, in the order of forms. */
    public Map<String, LeadAttribute> all(Locale locale) {
        Map<String, LeadAttribute> all = new LinkedHashMap<>();
        for (String word : WORDS) {
            ConditionField field = ConditionField.found(
                    word, label(word, locale), "/lists/lead/choices/" + word, UnaryOperator.identity());
            all.put(word, LeadAttribute.own(field, word + " collate trivium_words"));
        }
        TEXTS.forEach((key, column) -> {
            ConditionField field = ConditionField.typed(key, label(key, locale), FieldKind.TEXT);
            all.put(key, LeadAttribute.own(field, column));
        });
        ConditionField campaign = ConditionField.found(
                "campaign", label("campaign", locale), "/marketing/campaigns/choices", names::campaign);
        all.put("campaign", new LeadAttribute(campaign, "cast(l.campaign_id as text)", true, true));
        YES_OR_NO.forEach((key, column) -> {
            ConditionField field =
                    new ConditionField(key, label(key, locale), FieldKind.BOOLEAN, () -> yesOrNo(locale));
            all.put(key, LeadAttribute.own(field, column));
        });
        custom.asked(LeadFields.NOUN, "l", locale).stream()
                .forEach(one -> all.put(
                        one.field().key(), new LeadAttribute(one.field(), one.sql(), one.decides(), one.active())));
        return all;
    }

    /** Both, to choose from. */
    public List<Option> yesOrNo(Locale locale) {
        return List.of(
                new Option("true", messages.getMessage("shared.condition.yes", null, locale)),
                new Option("false", messages.getMessage("shared.condition.no", null, locale)));
    }

    private String label(String key, Locale locale) {
        return messages.getMessage("marketing.lead." + key, null, locale);
    }
}

package org.triviumcrm.marketing;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;

/**
 * Something that customers or leads say yes or no to, so that target mining can learn who does.
 *
 * @param field what it is called; its key is stored, so it never changes; its {@code thing} is what has to be chosen, such as the product
 * @param yes a SELECT of {@code customer_id} or {@code lead_id}, {@code happened} and {@code thing}, a row for each yes
 * @param asked a SELECT of the same of all who were asked, where others could not answer; null when everybody could have said yes
 * @param subject who is asked: {@link #CUSTOMER} or {@link #LEAD}
 * @param dated whether {@code happened} is when they said yes; false where only what they are now is known, so that whoever was not yes
 *     once and is it now has said so since
 * @param open a SELECT of {@code customer_id} of those who can say yes or no next, where that is not just everybody who has not said yes: a
 *     question that is asked again and again, and only of some
 */
public record MiningQuestion(
        ConditionField field,
        String yes,
        @Nullable String asked,
        String subject,
        boolean dated,
        @Nullable String open) {

    public static final String CUSTOMER = "customer";
    public static final String LEAD = "lead";

    /** One about customers. */
    public MiningQuestion(ConditionField field, String yes, @Nullable String asked) {
        this(field, yes, asked, CUSTOMER, true, null);
    }

    /** One about customers that is asked again and again. @param open see the component */
    public static MiningQuestion repeated(ConditionField field, String yes, String asked, String open) {
        return new MiningQuestion(field, yes, asked, CUSTOMER, true, open);
    }

    /** One of which it is only known whether they are it now. */
    public static MiningQuestion undated(ConditionField field, String yes, String asked, String subject) {
        return new MiningQuestion(field, yes, asked, subject, false, null);
    }

    public String key() {
        return field.key();
    }
}

package org.triviumcrm.marketing;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;

/**
 * Something that customers say yes or no to, so that target mining can learn who does.
 *
 * @param field what it is called; its key is stored, so it never changes; its {@code thing} is what has to be chosen, such as the product
 * @param yes a SELECT of {@code customer_id}, {@code happened} and {@code thing}, a row for each yes
 * @param asked a SELECT of {@code customer_id}, {@code happened} and {@code thing} of all who were asked, where others could not answer;
 *     null when everybody could have said yes
 */
public record MiningQuestion(
        ConditionField field, String yes, @Nullable String asked) {

    public String key() {
        return field.key();
    }
}

package org.triviumcrm.approval;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Option;

/**
 * Something people do with a record that can need an approval, such as winning it. The message
 * {@code approval.trigger.<type>.<key>} names it.
 *
 * @param key stored in flows and cases, so it never changes
 * @param targets where the action leads, such as the stages of the pipelines, each value a {@code Long}; null when there is
 *     nothing to choose
 */
public record ApprovalTrigger(String key, @Nullable Function<Locale, List<Option>> targets) {

    /** One that leads nowhere in particular. */
    public static ApprovalTrigger of(String key) {
        return new ApprovalTrigger(key, null);
    }
}

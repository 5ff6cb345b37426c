package org.triviumcrm.shared.history;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Names of constants from messages, for histories.
 *
 * @param prefix what the constant's name is added to, such as {@code sales.state.}
 */
public record ConstantNames(MessageSource messages, String kind, String prefix) implements HistoryNames {

    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        return values.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), value -> messages.getMessage(prefix + value, null, value, locale)));
    }
}

package org.triviumcrm.sales.pipeline;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.triviumcrm.shared.web.Option;

/** The categories of the forecast to choose from. */
public final class ForecastOptions {

    private ForecastOptions() {}

    public static List<Option> of(MessageSource messages) {
        return Arrays.stream(ForecastCategory.values())
                .map(category -> new Option(
                        category,
                        messages.getMessage(
                                "sales.forecast.category." + category, null, LocaleContextHolder.getLocale())))
                .toList();
    }
}

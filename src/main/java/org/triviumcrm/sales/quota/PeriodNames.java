package org.triviumcrm.sales.quota;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.Format;

/** What months, quarters and years are called. */
@Component("periodNames")
public class PeriodNames {

    private final Format format;
    private final MessageSource messages;

    PeriodNames(Format format, MessageSource messages) {
        this.format = format;
        this.messages = messages;
    }

    public String of(Period period) {
        if (period.months() == 1) {
            return format.month(period.start());
        }
        String year = String.valueOf(period.year());
        return period.isYear()
                ? messages.getMessage("sales.period.year", new Object[] {year}, LocaleContextHolder.getLocale())
                : messages.getMessage(
                        "sales.period.quarter", new Object[] {year, period.quarter()}, LocaleContextHolder.getLocale());
    }
}

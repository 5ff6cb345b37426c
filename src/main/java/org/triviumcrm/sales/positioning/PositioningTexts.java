package org.triviumcrm.sales.positioning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.Option;

/** The words of axes, in the reader's language. */
@Component
class PositioningTexts {

    private final MessageSource messages;

    PositioningTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<Option> options(Enum<?>[] values, String message) {
        return Arrays.stream(values)
                .map(one -> new Option(one.name(), text(message + "." + one.name())))
                .toList();
    }

    List<Option> options(List<MarketAxis> axes) {
        return axes.stream().map(axis -> new Option(axis.getId(), unitOf(axis))).toList();
    }

    /** Its name with its unit. */
    String unitOf(MarketAxis axis) {
        Locale locale = LocaleContextHolder.getLocale();
        String unit = axis.getKind() == AxisKind.RATING ? text("sales.position.rating") : axis.getUnit();
        return unit == null ? axis.nameIn(locale) : axis.nameIn(locale) + " (" + unit + ")";
    }

    /** With a word on which end is the better one. */
    String titleOf(MarketAxis axis) {
        return axis.getBetter() == BetterEnd.NEITHER
                ? unitOf(axis)
                : unitOf(axis) + " · " + text("sales.position.end." + axis.getBetter());
    }

    String text(String key) {
        return String.valueOf(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}

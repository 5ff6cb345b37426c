package org.triviumcrm.shared.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates, numbers and money as the viewer reads them: in the language and the time zone of the request. In templates
 * {@code @format}. What is unknown (null) becomes an empty text.
 */
@Component("format")
public class Format {

    private static final long DAY = 86_400;
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final MessageSource messages;
    private final Clock clock;

    Format(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale())
                        .format(date);
    }

    /** The day of an instant in the viewer's time zone. */
    public String date(@Nullable Instant at) {
        return at == null ? "" : date(LocalDate.ofInstant(at, zone()));
    }

    public String dateTime(@Nullable Instant at) {
        return at == null ? "" : text("format.dateTime", date(at), time(at));
    }

    public String time(@Nullable Instant at) {
        return at == null ? "" : timeOfDay(locale()).withZone(zone()).format(at);
    }

    /** By a pattern of our own: what a language has by default differs from one JDK to the next. */
    public static DateTimeFormatter timeOfDay(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return DateTimeFormatter.ofPattern(chinese ? "HH:mm" : "h:mm a", locale);
    }

    /** A month with its year, such as Nov 2026 or 2026年11月. */
    public String month(@Nullable YearMonth month) {
        return month == null
                ? ""
                : DateTimeFormatter.ofPattern(text("format.month"), locale()).format(month);
    }

    /** A count or quantity with at most three decimals. */
    public String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /** A share given in per cent: 12.5 becomes 12.5 %. */
    public String percent(@Nullable BigDecimal percent) {
        if (percent == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(percent.movePointLeft(2));
    }

    /** A change in per cent, with its sign. */
    public String signedPercent(@Nullable BigDecimal percent) {
        return percent != null && percent.signum() > 0 ? "+" + percent(percent) : percent(percent);
    }

    /** An amount with its currency, without decimals when it has none to show. */
    public String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? "" : money(amount, currency, isWhole(amount) ? 0 : -1);
    }

    /** The same to the whole unit, for totals and cards. */
    public String wholeMoney(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? "" : money(amount.setScale(0, RoundingMode.HALF_UP), currency, 0);
    }

    /** How long ago, in whole units that have passed, or how far ahead, to the nearest one: what is due in two days says so at once. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        long seconds = Duration.between(at, clock.instant()).toSeconds();
        long distance = Math.abs(seconds);
        if (distance < 60) {
            return text("format.now");
        }
        boolean past = seconds >= 0;
        String direction = past ? "format.past" : "format.future";
        long minutes = units(distance, 60, past);
        if (minutes < 60) {
            return text(direction + ".minutes", minutes);
        }
        long hours = units(distance, 3600, past);
        if (hours < 24) {
            return text(direction + ".hours", hours);
        }
        long days = units(distance, DAY, past);
        return days < 30 ? text(direction + ".days", days) : date(at);
    }

    private static long units(long seconds, long unit, boolean whole) {
        return (whole ? seconds : seconds + unit / 2) / unit;
    }

    public boolean isPast(Instant at) {
        return at.isBefore(clock.instant());
    }

    /** A length of time in days, or hours below one day, or minutes below one hour. */
    public String days(@Nullable Number seconds) {
        if (seconds == null) {
            return "";
        }
        BigDecimal exact = new BigDecimal(seconds.toString());
        if (exact.compareTo(MINUTE) < 0) {
            return text("format.moment");
        }
        if (exact.compareTo(HOUR) < 0) {
            return text("format.minutes", exact.divide(MINUTE, 0, RoundingMode.DOWN));
        }
        if (exact.compareTo(BigDecimal.valueOf(DAY)) < 0) {
            return text("format.hours", exact.divide(HOUR, 0, RoundingMode.HALF_UP));
        }
        BigDecimal days = exact.divide(BigDecimal.valueOf(DAY), 1, RoundingMode.HALF_UP);
        return text(days.compareTo(BigDecimal.ONE) == 0 ? "format.day" : "format.days", number(days));
    }

    /** The day of a time, where the viewer is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    /** The day it is for the viewer. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    private static void fractionDigits(NumberFormat format, int digits) {
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
    }

    private String money(BigDecimal amount, @Nullable String currency, int digits) {
        NumberFormat format;
        if (currency == null) {
            format = NumberFormat.getNumberInstance(locale());
        } else {
            format = NumberFormat.getCurrencyInstance(locale());
            format.setCurrency(Currency.getInstance(currency));
            // by itself it keeps the decimals of the locale's own currency, and would hide the third of a dinar
            fractionDigits(
                    format,
                    Math.max(
                            format.getMaximumFractionDigits(),
                            Currency.getInstance(currency).getDefaultFractionDigits()));
        }
        if (digits >= 0) {
            fractionDigits(format, digits);
        }
        return format.format(amount);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}

package org.triviumcrm.shared.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Dates, numbers and money in each language, to the letter. */
class FormatTests {

    private static final Instant NOW = Instant.parse("2026-11-25T18:30:00Z");

    private final Format format = new Format(messages(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | Nov 5, 2026 | Nov 2026", "zh-CN | 2026年11月5日 | 2026年11月"})
    void daysAndMonths(String language, String day, String month) {
        read(language, "UTC");
        assertThat(format.date(LocalDate.of(2026, 11, 5))).isEqualTo(day);
        assertThat(format.month(YearMonth.of(2026, 11))).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | UTC | Nov 25, 2026 | Nov 25, 2026, 6:30 PM",
                "en | Asia/Shanghai | Nov 26, 2026 | Nov 26, 2026, 2:30 AM",
                "zh-CN | UTC | 2026年11月25日 | 2026年11月25日 18:30",
                "zh-CN | Asia/Shanghai | 2026年11月26日 | 2026年11月26日 02:30"
            })
    void instantsAreSaidInTheZoneOfTheReader(String language, String zone, String day, String both) {
        read(language, zone);
        assertThat(format.date(NOW)).isEqualTo(day);
        assertThat(format.dateTime(NOW)).isEqualTo(both).endsWith(format.time(NOW));
        assertThat(format.date(format.today())).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | 1,234,567.891 | 12.5% | 10,005,534", "zh-CN | 1,234,567.891 | 12.5% | 10,005,534"})
    void numbers(String language, String number, String percent, String count) {
        read(language, "UTC");
        assertThat(format.number(new BigDecimal("1234567.8912"))).isEqualTo(number);
        assertThat(format.percent(new BigDecimal("12.5"))).isEqualTo(percent);
        assertThat(format.number(10_005_534L)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | USD | $1,234.50 | $1,235 | $1,234",
                "en | CNY | CN¥1,234.50 | CN¥1,235 | CN¥1,234",
                "en | EUR | €1,234.50 | €1,235 | €1,234",
                "en | JPY | ¥1,234.50 | ¥1,235 | ¥1,234",
                "zh-CN | USD | US$1,234.50 | US$1,235 | US$1,234",
                "zh-CN | CNY | ¥1,234.50 | ¥1,235 | ¥1,234",
                "zh-CN | JPY | JP¥1,234.50 | JP¥1,235 | JP¥1,234",
                "zh-CN | EUR | €1,234.50 | €1,235 | €1,234"
            })
    void moneyNamesItsCurrencyAsTheReaderKnowsIt(
            String language, String currency, String exact, String whole, String even) {
        read(language, "UTC");
        BigDecimal amount = new BigDecimal("1234.50");
        assertThat(format.money(amount, currency)).isEqualTo(exact);
        assertThat(format.wholeMoney(amount, currency)).isEqualTo(whole);
        assertThat(format.money(new BigDecimal("1234.00"), currency)).isEqualTo(even);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | just now | 刚刚",
                "60 | 1 minute ago | 1 分钟前",
                "7200 | 2 hours ago | 2 小时前",
                "86400 | yesterday | 1 天前",
                "259200 | 3 days ago | 3 天前",
                "2592000 | Oct 26, 2026 | 2026年10月26日",
                "-300 | in 5 minutes | 5 分钟后",
                "-3600 | in 1 hour | 1 小时后",
                "-86400 | in 1 day | 1 天后",
                "7199 | 1 hour ago | 1 小时前",
                "-3590 | in 1 hour | 1 小时后",
                "-86390 | in 1 day | 1 天后",
                "-172790 | in 2 days | 2 天后"
            })
    void howLongAgo(long seconds, String english, String chinese) {
        read("en", "UTC");
        assertThat(format.ago(NOW.minusSeconds(seconds))).isEqualTo(english);
        read("zh-CN", "UTC");
        assertThat(format.ago(NOW.minusSeconds(seconds))).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "59 | less than a minute | 不到 1 分钟",
                "3599 | 59 min | 59 分钟",
                "3600 | 1 h | 1 小时",
                "5400 | 2 h | 2 小时",
                "86400 | 1 day | 1 天",
                "129600 | 1.5 days | 1.5 天",
                "864000000 | 10,000 days | 10,000 天"
            })
    void howLong(long seconds, String english, String chinese) {
        read("en", "UTC");
        assertThat(format.days(seconds)).isEqualTo(english);
        read("zh-CN", "UTC");
        assertThat(format.days(seconds)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({
        "KWD,1234.567,1234.567",
        "KWD,1234.500,1234.5",
        "BHD,0.005,0.005",
        "CHF,1234.50,1234.5",
        "EUR,1234.57,1234.567"
    })
    void moneyLosesNoDecimalOfItsCurrency(String currency, String shown, BigDecimal amount) {
        for (String language : List.of("en", "zh-CN")) {
            read(language, "UTC");
            assertThat(format.money(amount, currency).replaceAll("[^0-9.]", ""))
                    .as(language)
                    .isEqualTo(shown);
        }
    }

    @Test
    void whatIsUnknownIsEmpty() {
        read("zh-CN", "UTC");
        assertThat(format.date((LocalDate) null)).isEmpty();
        assertThat(format.dateTime(null)).isEmpty();
        assertThat(format.number(null)).isEmpty();
        assertThat(format.percent(null)).isEmpty();
        assertThat(format.money(null, "CNY")).isEmpty();
        assertThat(format.wholeMoney(null, "CNY")).isEmpty();
        assertThat(format.ago(null)).isEmpty();
        assertThat(format.days(null)).isEmpty();
    }

    private static void read(String language, String zone) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(zone));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

package org.triviumcrm.identity.settings;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.triviumcrm.identity.access.ViewerLocale;

/** What there is to choose from in settings of a person or the company. */
public final class Settings {

    private static final List<String> TIME_ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id ->
                                    id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                            .sorted())
            .toList();

    private static final List<String> CURRENCIES = Stream.concat(
                    Stream.of("USD", "EUR", "GBP", "CNY", "JPY", "CHF", "HKD", "SGD", "AUD", "CAD"),
                    Stream.of(Locale.getISOCountries())
                            .map(country -> Currency.getInstance(
                                    new Locale.Builder().setRegion(country).build()))
                            .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
                            .map(Currency::getCurrencyCode)
                            .sorted())
            .distinct()
            .toList();

    private Settings() {}

    /** A choice as form fragments show it. */
    public record Option(String value, String text) {}

    public static List<String> timeZones() {
        return TIME_ZONES;
    }

    public static List<Option> timeZoneOptions() {
        return TIME_ZONES.stream()
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }

    /** ISO codes, those most used first. */
    public static List<String> currencies() {
        return CURRENCIES;
    }

    public static List<Option> currencyOptions(Locale locale) {
        return CURRENCIES.stream()
                .map(code -> new Option(
                        code, code + " · " + Currency.getInstance(code).getDisplayName(locale)))
                .toList();
    }

    /** Each language by its own name: whoever looks for it can read that. */
    public static List<Option> languageOptions() {
        return ViewerLocale.LANGUAGES.stream()
                .map(language -> new Option(
                        language.toLanguageTag(),
                        language.equals(Locale.SIMPLIFIED_CHINESE) ? "简体中文" : language.getDisplayLanguage(language)))
                .toList();
    }
}

package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.triviumcrm.shared.money.Rounding;

/**
 * How the language of a paper, or of a letter about one, writes. Sums have all their decimals and the code of their currency: a paper
 * is read far away.
 */
public final class PaperWords {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 3;

    private final MessageSource messages;
    private final Locale language;
    private final String currency;
    private final Rounding rounding;

    /** @param language tag of it; what is not Chinese is written in English */
    public PaperWords(MessageSource messages, String language, String currency) {
        this.messages = messages;
        this.language = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        this.currency = currency;
        rounding = Rounding.of(currency);
    }

    public Locale language() {
        return language;
    }

    public Rounding rounding() {
        return rounding;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    public String money(BigDecimal amount) {
        return decimals(amount, rounding.scale(), rounding.scale()) + " " + currency;
    }

    public String price(BigDecimal amount) {
        return decimals(amount, rounding.scale(), PRICE_DECIMALS);
    }

    public String number(BigDecimal number) {
        return decimals(number, 0, QUANTITY_DECIMALS);
    }

    public String percent(BigDecimal percent) {
        return decimals(percent, 0, 2)
                + DecimalFormatSymbols.getInstance(language).getPercent();
    }

    private String decimals(BigDecimal number, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(Math.max(least, most));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}

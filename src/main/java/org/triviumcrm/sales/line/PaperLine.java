package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote or a contract as it is kept.
 *
 * @param quantity null but for items, as the price
 * @param listPrice of one without anybody's favour, in its currency and with tax where its prices have it; null when the
 *     product has none
 * @param source where that stands, such as the name of a price list; null when there is none
 * @param discount of the line in per cent
 * @param tax in per cent
 * @param cost of one in its currency; null when nobody knows
 * @param net what it comes to without tax after all discounts; zero for an optional one that is not chosen
 */
public record PaperLine(
        LineKind kind,
        @Nullable Long productId,
        String words,
        @Nullable String detail,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable BigDecimal listPrice,
        @Nullable String source,
        @Nullable BigDecimal price,
        BigDecimal discount,
        BigDecimal tax,
        boolean optional,
        boolean chosen,
        @Nullable BigDecimal cost,
        BigDecimal net) {

    /** Whether it belongs to what is offered. */
    public boolean counts() {
        return kind == LineKind.ITEM && (!optional || chosen);
    }

    /** What it comes to by its price and its own discount, not rounded, tax as in its price; also of an option. */
    public BigDecimal discounted() {
        return toSum().discounted();
    }

    public PaperLine with(BigDecimal other) {
        return new PaperLine(
                kind, productId, words, detail, quantity, unit, listPrice, source, price, discount, tax, optional,
                chosen, cost, other);
    }

    /** As its sums look at it; words count nothing. */
    public SumLine toSum() {
        return new SumLine(
                quantity == null ? BigDecimal.ZERO : quantity,
                listPrice,
                price == null ? BigDecimal.ZERO : price,
                discount,
                tax,
                counts(),
                cost);
    }

    /** As it is typed. */
    public SaveLine toInput() {
        SaveLine line = new SaveLine();
        line.setKind(kind);
        line.setProductId(productId);
        line.setWords(words);
        line.setDetail(detail);
        line.setQuantity(quantity == null ? null : plain(quantity));
        line.setUnit(unit);
        line.setPrice(price == null ? null : plain(price));
        line.setDiscount(discount.signum() == 0 ? null : plain(discount));
        line.setTax(plain(tax));
        line.setOptional(optional);
        line.setChosen(chosen);
        return line;
    }

    /** Without zeros at its end, as people type it. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What the customer reads of it. */
    public Object said() {
        return java.util.Arrays.asList(
                kind,
                productId,
                words,
                detail,
                quantity == null ? null : plain(quantity),
                unit,
                price == null ? null : plain(price),
                plain(discount),
                plain(tax),
                optional,
                chosen);
    }
}

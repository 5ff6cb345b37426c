package org.triviumcrm.sales.line;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a quote as typed. */
public class SaveLine {

    private LineKind kind = LineKind.ITEM;
    private @Nullable Long productId;

    @Size(max = 500, message = "{form.tooLong}")
    private @Nullable String words;

    @Size(max = 2000, message = "{form.tooLong}")
    private @Nullable String detail;

    @PositiveOrZero(message = "{sales.quote.error.quantity}")
    @Digits(integer = 12, fraction = 3, message = "{sales.quote.error.quantity}")
    private @Nullable BigDecimal quantity;

    @Size(max = 60, message = "{form.tooLong}")
    private @Nullable String unit;

    @PositiveOrZero(message = "{sales.error.negative}")
    @Digits(integer = 15, fraction = 4, message = "{sales.price.error.amount}")
    private @Nullable BigDecimal price;

    @PositiveOrZero(message = "{sales.quote.error.percent}")
    @DecimalMax(value = "100", message = "{sales.quote.error.percent}")
    @Digits(integer = 3, fraction = 2, message = "{sales.quote.error.percent}")
    private @Nullable BigDecimal discount;

    @PositiveOrZero(message = "{sales.quote.error.percent}")
    @DecimalMax(value = "100", message = "{sales.quote.error.percent}")
    @Digits(integer = 3, fraction = 2, message = "{sales.quote.error.percent}")
    private @Nullable BigDecimal tax;

    private boolean optional;
    private boolean chosen;

    public LineKind getKind() {
        return kind;
    }

    public void setKind(LineKind kind) {
        this.kind = kind;
    }

    public @Nullable Long getProductId() {
        return productId;
    }

    public void setProductId(@Nullable Long productId) {
        this.productId = productId;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getDetail() {
        return detail;
    }

    public void setDetail(@Nullable String detail) {
        this.detail = detail;
    }

    public @Nullable BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable BigDecimal quantity) {
        this.quantity = quantity;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public @Nullable BigDecimal getDiscount() {
        return discount;
    }

    public void setDiscount(@Nullable BigDecimal discount) {
        this.discount = discount;
    }

    public @Nullable BigDecimal getTax() {
        return tax;
    }

    public void setTax(@Nullable BigDecimal tax) {
        this.tax = tax;
    }

    public boolean isOptional() {
        return optional;
    }

    public void setOptional(boolean optional) {
        this.optional = optional;
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }

    /** Whether it is a row that nobody has filled in. */
    public boolean isBlank() {
        return productId == null && words == null && detail == null && price == null;
    }
}

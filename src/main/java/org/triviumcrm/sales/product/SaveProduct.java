package org.triviumcrm.sales.product;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as typed. */
record SaveProduct(
        @NotBlank(message = "{sales.product.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String nameZh,

        @NotNull(message = "{sales.product.error.kind}") ProductKind kind,
        @Nullable Long productCategoryId,
        @Nullable Long unitId,
        @Nullable Long taxRateId,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String description,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String descriptionZh,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String reference,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String series,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal listPrice,

        @Nullable String currency,
        boolean active,
        int version) {

    static SaveProduct empty(String currency) {
        return new SaveProduct(
                "", null, ProductKind.GOODS, null, null, null, null, null, null, null, null, currency, true, 0);
    }

    static SaveProduct of(Product product, String companyCurrency) {
        String currency = product.getCurrency();
        return new SaveProduct(
                product.getName(),
                product.getNameZh(),
                product.getKind(),
                product.getProductCategoryId(),
                product.getUnitId(),
                product.getTaxRateId(),
                product.getDescription(),
                product.getDescriptionZh(),
                product.getReference(),
                product.getSeries(),
                product.getListPrice(),
                currency == null ? companyCurrency : currency,
                product.isActive(),
                product.getVersion());
    }
}

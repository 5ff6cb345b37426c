package org.triviumcrm.sales.bundle;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a bundle as typed; one without a product and a quantity is not there. */
public class SaveBundlePart {

    private @Nullable Long productId;

    @Positive(message = "{sales.bundle.error.quantity}")
    @Digits(integer = 12, fraction = 3, message = "{sales.bundle.error.quantity}")
    private @Nullable BigDecimal quantity;

    public @Nullable Long getProductId() {
        return productId;
    }

    public void setProductId(@Nullable Long productId) {
        this.productId = productId;
    }

    public @Nullable BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable BigDecimal quantity) {
        this.quantity = quantity;
    }

    boolean isBlank() {
        return productId == null && quantity == null;
    }
}

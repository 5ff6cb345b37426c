package org.triviumcrm.sales.quota;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a quota is divided over those below: parts of any size, in their order; nobody's part is zero when it is left empty. */
public class DivideQuota {

    private List<
                    @PositiveOrZero(message = "{sales.error.negative}")
                    @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}") BigDecimal>
            parts = new ArrayList<>();

    public List<BigDecimal> getParts() {
        return parts;
    }

    public void setParts(List<BigDecimal> parts) {
        this.parts = parts;
    }

    /** As many parts as there are to be filled in, empty ones at the end: a form asks for all of them, whatever was sent. */
    @SuppressWarnings("NullAway") // an empty field is null
    void fill(int size) {
        while (parts.size() < size) {
            parts.add(null);
        }
    }

    List<BigDecimal> weights(int size) {
        List<BigDecimal> weights = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            weights.add(
                    at < parts.size() ? Objects.requireNonNullElse(parts.get(at), BigDecimal.ZERO) : BigDecimal.ZERO);
        }
        return weights;
    }
}

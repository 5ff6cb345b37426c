package org.triviumcrm.shared.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.TypedNumber;

/** Reads the amounts and percentages of all forms. */
@Component
class NumberFields implements Converter<String, BigDecimal> {

    @Override
    @SuppressWarnings("NullAway") // a blank field is null, whatever the interface says
    public @Nullable BigDecimal convert(String typed) {
        return TypedNumber.read(typed);
    }
}

package org.triviumcrm.marketing.mining;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes must not be used to decide; all others may.
 *
 * @param barred subject and key of each, such as {@code customer.region}
 */
public record BarAttributes(
        @Nullable @Size(max = 500, message = "{form.tooLong}")
        List<@NotNull @Size(max = 120, message = "{form.tooLong}") String> barred) {

    List<String> all() {
        return Objects.requireNonNullElse(barred, List.of());
    }
}

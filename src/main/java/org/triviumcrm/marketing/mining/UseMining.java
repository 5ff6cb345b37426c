package org.triviumcrm.marketing.mining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Groups that become a target list.
 *
 * @param leaves their numbers
 * @param name of the new list
 */
public record UseMining(
        @NotEmpty(message = "{marketing.mining.error.leaves}")
        List<Integer> leaves,

        @NotBlank(message = "{marketing.audience.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name) {}

package org.triviumcrm.support.picture;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A picture that is added to an article, as typed; the file goes along.
 *
 * @param alt what it shows, for whoever doesn't see it
 */
public record AddPicture(
        @NotBlank(message = "{support.picture.error.alt}") @Size(max = 200, message = "{form.tooLong}")
        String alt) {}

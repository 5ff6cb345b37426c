package org.triviumcrm.marketing.capture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A key as typed.
 *
 * @param source of the leads that come by it
 * @param campaignId that its leads are brought by; null for none
 * @param site whose pages may send from a script, such as {@code https://www.acme.com}; null for none
 * @param ownerId whose the leads are; null for nobody's
 * @param minSeconds that somebody needs at least to fill the form in; 0 when that is not checked
 * @param perAddress how many an hour are believed from one address of the net
 * @param perHour how many an hour are believed at all
 */
record SaveCaptureKey(
        @NotBlank(message = "{marketing.capture.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String source,

        @Nullable Long campaignId,

        @Nullable
        @Size(max = 300, message = "{form.tooLong}")
        @Pattern(regexp = "https?://[a-zA-Z0-9.-]+(:[0-9]{1,5})?", message = "{marketing.capture.error.site}")
        String site,

        @Nullable Long ownerId,

        @NotNull(message = "{marketing.capture.error.number}")
        @Min(value = 0, message = "{marketing.capture.error.number}")
        @Max(value = 60, message = "{marketing.capture.error.seconds}")
        Integer minSeconds,

        @NotNull(message = "{marketing.capture.error.number}")
        @Min(value = 1, message = "{marketing.capture.error.limit}")
        @Max(value = 10000, message = "{marketing.capture.error.limit}")
        Integer perAddress,

        @NotNull(message = "{marketing.capture.error.number}")
        @Min(value = 1, message = "{marketing.capture.error.limit}")
        @Max(value = 10000, message = "{marketing.capture.error.limit}")
        Integer perHour,

        boolean active,
        @Nullable Integer version) {

    static SaveCaptureKey blank() {
        return new SaveCaptureKey("", null, null, null, null, 3, 5, 200, true, null);
    }

    static SaveCaptureKey of(CaptureKey key) {
        return new SaveCaptureKey(
                key.getName(),
                key.getSource(),
                key.getCampaignId(),
                key.getSite(),
                key.getOwnerId(),
                key.getMinSeconds(),
                key.getPerAddress(),
                key.getPerHour(),
                key.isActive(),
                key.getVersion());
    }
}

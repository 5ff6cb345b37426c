package org.triviumcrm.marketing.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a campaign does not go on. */
public record CancelCampaign(
        @NotBlank(message = "{marketing.campaign.error.whyCancelled}") @Size(max = 2000, message = "{form.tooLong}")
        String reason) {}

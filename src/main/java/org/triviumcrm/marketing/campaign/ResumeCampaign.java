package org.triviumcrm.marketing.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a campaign that was over is taken up again. */
public record ResumeCampaign(
        @NotBlank(message = "{marketing.campaign.error.whyResumed}") @Size(max = 2000, message = "{form.tooLong}")
        String reason) {}

package org.triviumcrm.sales.attribution;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A campaign and what it has brought; a line without a campaign counts as none. */
public class TouchLine {

    private @Nullable Long campaignId;
    private @Nullable LocalDate touchedOn;

    @DecimalMin(value = "0", message = "{sales.attribution.error.percent}")
    @DecimalMax(value = "100", message = "{sales.attribution.error.percent}")
    @Digits(integer = 3, fraction = 2, message = "{sales.attribution.error.percent}")
    private @Nullable BigDecimal percent;

    public @Nullable Long getCampaignId() {
        return campaignId;
    }

    public void setCampaignId(@Nullable Long campaignId) {
        this.campaignId = campaignId;
    }

    /** The day of its touch; today without one. */
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    public @Nullable LocalDate getTouchedOn() {
        return touchedOn;
    }

    public void setTouchedOn(@Nullable LocalDate touchedOn) {
        this.touchedOn = touchedOn;
    }

    /** Of the opportunity's amount, with two decimals at most; null while it is not said. */
    public @Nullable BigDecimal getPercent() {
        return percent;
    }

    public void setPercent(@Nullable BigDecimal percent) {
        this.percent = percent;
    }

    boolean isBlank() {
        return campaignId == null && percent == null;
    }
}

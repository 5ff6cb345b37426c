package org.triviumcrm.sales.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.SavePaper;

/** A contract as typed, with all its lines. */
@SuppressWarnings("NullAway.Init") // a field may be missing in a form, not in what is accepted
public class SaveContract extends SavePaper {

    private static final int USUAL_REMINDER = 60;
    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 120;

    @NotNull(message = "{sales.quote.error.quotedOn}")
    private LocalDate datedOn;

    @NotNull(message = "{sales.contract.error.startsOn}")
    private LocalDate startsOn;

    private @Nullable LocalDate endsOn;

    @Min(value = 0, message = "{sales.contract.error.days}")
    @Max(value = MOST_DAYS, message = "{sales.contract.error.days}")
    private @Nullable Integer noticeDays;

    @NotNull(message = "{sales.contract.error.renewal}")
    private Renewal renewal = Renewal.OPPORTUNITY;

    @Min(value = 1, message = "{sales.contract.error.months}")
    @Max(value = MOST_MONTHS, message = "{sales.contract.error.months}")
    private @Nullable Integer renewalMonths;

    @NotNull(message = "{sales.contract.error.days}")
    @Min(value = 0, message = "{sales.contract.error.days}")
    @Max(value = MOST_DAYS, message = "{sales.contract.error.days}")
    private Integer remindDays = USUAL_REMINDER;

    private @Nullable LocalDate effectiveOn;
    private @Nullable Long signatoryId;

    @Size(max = 200, message = "{form.tooLong}")
    private @Nullable String theirSignatory;

    @Size(max = 200, message = "{form.tooLong}")
    private @Nullable String theirRole;

    public LocalDate getDatedOn() {
        return datedOn;
    }

    public void setDatedOn(LocalDate datedOn) {
        this.datedOn = datedOn;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public @Nullable Integer getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(@Nullable Integer noticeDays) {
        this.noticeDays = noticeDays;
    }

    public Renewal getRenewal() {
        return renewal;
    }

    public void setRenewal(Renewal renewal) {
        this.renewal = renewal;
    }

    public @Nullable Integer getRenewalMonths() {
        return renewalMonths;
    }

    public void setRenewalMonths(@Nullable Integer renewalMonths) {
        this.renewalMonths = renewalMonths;
    }

    public Integer getRemindDays() {
        return remindDays;
    }

    public void setRemindDays(Integer remindDays) {
        this.remindDays = remindDays;
    }

    public @Nullable LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public void setEffectiveOn(@Nullable LocalDate effectiveOn) {
        this.effectiveOn = effectiveOn;
    }

    public @Nullable Long getSignatoryId() {
        return signatoryId;
    }

    public void setSignatoryId(@Nullable Long signatoryId) {
        this.signatoryId = signatoryId;
    }

    public @Nullable String getTheirSignatory() {
        return theirSignatory;
    }

    public void setTheirSignatory(@Nullable String theirSignatory) {
        this.theirSignatory = theirSignatory;
    }

    public @Nullable String getTheirRole() {
        return theirRole;
    }

    public void setTheirRole(@Nullable String theirRole) {
        this.theirRole = theirRole;
    }

    @Override
    public LocalDate pricedOn() {
        return datedOn;
    }

    /** Who signs is on the paper, too; when it reminds whom is not. */
    @Override
    public List<@Nullable Object> said() {
        List<@Nullable Object> said = new ArrayList<>(super.said());
        said.add(startsOn);
        said.add(endsOn);
        said.add(noticeDays);
        said.add(renewal);
        said.add(renewal == Renewal.AUTOMATIC ? renewalMonths : null);
        said.add(effectiveOn);
        said.add(signatoryId);
        said.add(theirSignatory);
        said.add(theirRole);
        return said;
    }
}

package org.triviumcrm.sales.quote;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.SavePaper;

/** A quote as typed, with all its lines. */
@SuppressWarnings("NullAway.Init") // a field may be missing in a form, not in what is accepted
public class SaveQuote extends SavePaper {

    @NotNull(message = "{sales.quote.error.quotedOn}")
    private LocalDate quotedOn;

    @NotNull(message = "{sales.quote.error.validUntil}")
    private LocalDate validUntil;

    public LocalDate getQuotedOn() {
        return quotedOn;
    }

    public void setQuotedOn(LocalDate quotedOn) {
        this.quotedOn = quotedOn;
    }

    public LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(LocalDate validUntil) {
        this.validUntil = validUntil;
    }

    @Override
    public LocalDate pricedOn() {
        return quotedOn;
    }

    @Override
    public List<@Nullable Object> said() {
        List<@Nullable Object> said = new ArrayList<>(super.said());
        said.add(validUntil);
        return said;
    }
}

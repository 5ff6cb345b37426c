package org.triviumcrm.sales.line;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What the lines of a paper come to, as it is kept for lists and approvals; see {@link PaperSums}. */
@Embeddable
@Audited
public class PaperAmounts {

    @NotAudited
    private BigDecimal fullAmount = BigDecimal.ZERO;

    @NotAudited
    private BigDecimal discountAmount = BigDecimal.ZERO;

    @NotAudited
    private BigDecimal discountPercent = BigDecimal.ZERO;

    private BigDecimal net = BigDecimal.ZERO;

    @NotAudited
    private BigDecimal tax = BigDecimal.ZERO;

    private BigDecimal total = BigDecimal.ZERO;

    @NotAudited
    private @Nullable BigDecimal margin;

    @NotAudited
    private @Nullable BigDecimal marginPercent;

    @NotAudited
    private BigDecimal baseNet = BigDecimal.ZERO;

    /** @param base the net in the company's currency */
    public void take(PaperSums sums, BigDecimal base) {
        fullAmount = sums.full();
        discountAmount = sums.lineDiscount().add(sums.wholeDiscount());
        discountPercent = sums.discountPercent();
        net = sums.net();
        tax = sums.tax();
        total = sums.gross();
        margin = sums.margin();
        marginPercent = sums.marginPercent();
        baseNet = base;
    }

    /** In the currency of the paper. */
    public BigDecimal net() {
        return net;
    }

    /** The net in the company's currency. */
    public BigDecimal baseNet() {
        return baseNet;
    }
}

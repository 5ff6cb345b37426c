package org.triviumcrm.sales.contract;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Who signs a contract, when they have, and when and why one of them has ended it. */
@Embeddable
@Audited
class ContractSignature {

    private @Nullable Long signatoryId;
    private @Nullable String theirSignatory;
    private @Nullable String theirRole;
    private @Nullable LocalDate signedOn;

    /** What the signature has brought, in the company's currency. */
    @NotAudited
    private @Nullable BigDecimal baseGain;

    @NotAudited
    private @Nullable LocalDate terminatedOn;

    @NotAudited
    private @Nullable String endReason;

    static ContractSignature of(@Nullable Long signatory, @Nullable String theirs, @Nullable String role) {
        ContractSignature signature = new ContractSignature();
        signature.signatoryId = signatory;
        signature.theirSignatory = theirs;
        signature.theirRole = role;
        return signature;
    }

    void sign(LocalDate day, BigDecimal gain) {
        signedOn = day;
        baseGain = gain;
    }

    void end(LocalDate day, String reason) {
        terminatedOn = day;
        endReason = reason;
    }
}

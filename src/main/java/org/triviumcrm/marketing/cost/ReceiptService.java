package org.triviumcrm.marketing.cost;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Receipts of costs, for those who see the campaign. */
@Service
public class ReceiptService {

    private final CampaignCostService costs;
    private final ReceiptRepository receipts;

    ReceiptService(CampaignCostService costs, ReceiptRepository receipts) {
        this.costs = costs;
        this.receipts = receipts;
    }

    @CanViewCosts
    @Transactional(readOnly = true)
    public Receipt find(Viewer viewer, long costId) {
        costs.page(viewer, costId);
        return receipts.find(costId).orElseThrow(NotFound::new);
    }

    @CanViewCosts
    public void write(Viewer viewer, Receipt receipt, OutputStream target) throws IOException {
        costs.page(viewer, receipt.costId());
        receipts.write(receipt.costId(), target);
    }

    /** @throws NotFound when the cost has none */
    @CanRecordCosts
    @Transactional
    public void remove(Viewer viewer, long costId) {
        costs.page(viewer, costId);
        if (!receipts.remove(costId)) {
            throw new NotFound();
        }
    }
}

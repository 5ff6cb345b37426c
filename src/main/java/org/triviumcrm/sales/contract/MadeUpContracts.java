package org.triviumcrm.sales.contract;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.SampleContracts;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.SaveLine;

/** Makes contracts for the demo company as its people would. */
@Component
class MadeUpContracts implements SampleContracts {

    private static final int YEAR = 12;
    private static final int NOTICE = 30;

    private final ContractService contracts;
    private final ContractLifeService life;

    MadeUpContracts(ContractService contracts, ContractLifeService life) {
        this.contracts = contracts;
        this.life = life;
    }

    @Override
    public void make(Sample sample, Stage stage) {
        Viewer job = Viewer.job("sales.log.contract");
        long id = contracts.create(job, input(sample));
        if (stage != Stage.DRAFT) {
            life.release(job, id);
        }
        if (stage.compareTo(Stage.SIGNED) >= 0) {
            String theirs = Objects.requireNonNullElse(sample.signatory(), sample.name());
            life.sign(job, id, new SignContract(sample.signedOn(), sample.ownerId(), theirs, null));
        }
        if (stage == Stage.ENDED) {
            life.end(job, id, sample.endsOn().plusDays(1));
        }
    }

    private static SaveContract input(Sample sample) {
        SaveContract contract = new SaveContract();
        contract.setName(sample.name());
        contract.setOpportunityId(sample.opportunityId());
        contract.setCustomerId(sample.customerId());
        contract.setContactId(sample.contactId());
        contract.setOwnerId(sample.ownerId());
        contract.setSignatoryId(sample.ownerId());
        contract.setTheirSignatory(sample.signatory());
        contract.setLanguage(sample.language());
        contract.setCurrency(sample.currency());
        contract.setDatedOn(sample.signedOn());
        contract.setStartsOn(sample.startsOn());
        contract.setEndsOn(sample.endsOn());
        contract.setNoticeDays(NOTICE);
        contract.setRenewal(sample.renewsItself() ? Renewal.AUTOMATIC : Renewal.OPPORTUNITY);
        contract.setRenewalMonths(sample.renewsItself() ? YEAR : null);
        contract.setTerms(sample.terms());
        sample.lines().forEach(line -> contract.getLines().add(input(line)));
        return contract;
    }

    private static SaveLine input(Line line) {
        SaveLine typed = new SaveLine();
        typed.setWords(line.words());
        typed.setProductId(line.productId());
        typed.setQuantity(line.quantity());
        typed.setPrice(PaperLine.plain(line.price()));
        typed.setTax(line.tax());
        return typed;
    }
}

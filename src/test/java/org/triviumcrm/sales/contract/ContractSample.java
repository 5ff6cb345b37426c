package org.triviumcrm.sales.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.quote.QuoteSample;

/** Contracts as somebody types them, with the customer and the products of {@link QuoteSample}. */
public final class ContractSample {

    private final QuoteSample quotes;
    private final Viewer seller;

    public ContractSample(JdbcClient database, Viewer seller) {
        this.quotes = new QuoteSample(database, seller);
        this.seller = seller;
    }

    public QuoteSample quotes() {
        return quotes;
    }

    /** For a year from today on. */
    public SaveContract contract(SaveLine... lines) {
        SaveContract contract = new SaveContract();
        contract.setName("Servers for Lyon");
        contract.setCustomerId(QuoteSample.CUSTOMER);
        contract.setContactId(QuoteSample.CONTACT);
        contract.setLanguage("en");
        contract.setCurrency("USD");
        contract.setDatedOn(LocalDate.now());
        contract.setStartsOn(LocalDate.now());
        contract.setEndsOn(LocalDate.now().plusYears(1).minusDays(1));
        contract.setRenewal(Renewal.NONE);
        contract.setOwnerId(seller.personId());
        contract.setLines(new ArrayList<>(List.of(lines)));
        return contract;
    }

    public SignContract signature() {
        return new SignContract(LocalDate.now(), seller.personId(), "Anna Berg", "Head of purchasing");
    }
}

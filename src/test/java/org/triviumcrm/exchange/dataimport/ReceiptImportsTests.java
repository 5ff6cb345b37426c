package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.sales.quote.QuoteSample.line;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Receipts come from a bank statement: by the rules of those that are typed, and each of them once. */
@IntegrationTest
class ReceiptImportsTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    EntityManager entities;

    private Viewer admin;
    private Viewer seller;
    private ContractSample sample;

    @BeforeEach
    void company() {
        admin = accounts.administrator();
        seller = accounts.representative(accounts.team("West", null));
        sample = new ContractSample(jdbc, seller);
        sample.quotes().found();
    }

    @Test
    void receiptsSettleThePlanOnceHoweverOftenTheFileComes() {
        long id = signed();
        owe(id, "30", TODAY.minusDays(40));
        owe(id, "90", TODAY.plusDays(5));
        String file = """
                合同编号,到账日期,金额,币种,流水号,备注
                %1$s,%2$s,50,USD,B-1,First
                %1$s,%2$s,50,USD,B-2,Second
                %1$s,%2$s,-10,,B-3,Too much
                """.formatted(number(id), TODAY.minusDays(1));
        DataImport first = moveIn.text(admin, "receipt", file);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(3);
            assertThat(summary.refused()).isZero();
        });
        assertThat(texts(
                        "select kind || ' ' || trim_scale(amount) || ' ' || base_amount || ' ' || reference || ' ' || note"
                                + " from receipt order by reference"))
                .containsExactly(
                        "RECEIPT 50 50.00 B-1 First", "RECEIPT 50 50.00 B-2 Second", "REFUND 10 -10.00 B-3 Too much");
        assertThat(received()).containsExactly("30", "60");

        DataImport again = moveIn.text(admin, "receipt", file);
        assertThat(again.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isZero();
            assertThat(summary.refused()).isZero();
        });
        assertThat(received()).containsExactly("30", "60");

        moveIn.undo(admin, first.id());
        assertThat(texts("select reference from receipt")).isEmpty();
        assertThat(received()).as("settled anew").containsExactly("0", "0");
    }

    @Test
    void whatCanNotBeIsRefusedRowByRow() {
        long id = signed();
        long draft = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        entities.flush();
        DataImport file =
                moveIn.text(admin, "receipt", """
                contract,date,amount,currency,reference
                %1$s,%3$s,5,,A
                %1$s,%3$s,5,,A
                %1$s,%3$s,5,,
                %1$s,%4$s,5,,B
                %1$s,%3$s,5.001,,C
                %1$s,%3$s,0,,D
                %1$s,%3$s,-11,,E
                %1$s,%3$s,5,EUR,F
                %2$s,%3$s,5,,G
                C-0,%3$s,5,,H
                %1$s,,5,,I
                """.formatted(number(id), number(draft), TODAY, TODAY.plusDays(1)));
        assertThat(file.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(2);
            assertThat(summary.refused()).isEqualTo(9);
        });
        assertThat(texts("select coalesce(reference, 'none') from receipt order by 1"))
                .containsExactly("A", "none");
    }

    @Test
    void whatWasCancelledStaysAndARefundKeepsWhatItCountsOn() {
        long id = signed();
        owe(id, "30", TODAY.minusDays(40));
        String file = "contract,date,amount,reference\n%s,%s,20,B-1\n".formatted(number(id), TODAY);
        DataImport first = moveIn.text(admin, "receipt", file);
        jdbc.sql("""
                        insert into receipt (id, contract_id, kind, received_on, amount, currency, base_amount, customer_id, owner_id, created_at,
                                             updated_at)
                        select 990001, contract_id, 'REFUND', received_on, 15, currency, -15, customer_id, owner_id, now(), now() from receipt""").update();
        moveIn.undo(admin, first.id());
        assertThat(texts("select reference from receipt where reference is not null"))
                .containsExactly("B-1");

        jdbc.sql("delete from receipt where id = 990001").update();
        jdbc.sql("""
                        update receipt set cancelled_at = now(), cancel_reason = 'Another one''s', base_amount = 0, version = version + 1""").update();
        moveIn.text(admin, "receipt", file);
        assertThat(texts("select state from receipt"))
                .as("the mistake does not come back")
                .containsExactly("CANCELLED");
    }

    @Test
    void nobodyRecordsReceiptsOfContractsTheyDoNotSee() {
        long id = signed();
        Viewer stranger = accounts.manager(accounts.team("East", null));
        DataImport file =
                moveIn.text(stranger, "receipt", "contract,date,amount\n%s,%s,20\n".formatted(number(id), TODAY));
        assertThat(file.summary())
                .isNotNull()
                .satisfies(summary -> assertThat(summary.refused()).isEqualTo(1));
        assertThat(texts("select reference from receipt")).isEmpty();
    }

    private long signed() {
        long id = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        entities.flush();
        return id;
    }

    private void owe(long id, String amount, LocalDate day) {
        jdbc.sql("""
                        insert into instalment (id, contract_id, due_on, amount, currency, base_amount, customer_id, owner_id, team_id, binding,
                                                created_at, updated_at)
                        select nextval('instalment_seq'), c.id, :day, cast(:amount as numeric), c.currency, cast(:amount as numeric), c.customer_id,
                               c.owner_id, c.team_id, true, now(), now() from contract c where c.id = :id""").param("id", id).param("day", day).param("amount", amount).update();
    }

    private String number(long id) {
        return contracts.page(seller, id).number();
    }

    private List<String> received() {
        return texts("select trim_scale(received) from instalment order by due_on");
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

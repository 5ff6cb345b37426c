package org.triviumcrm.sales.contract;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;

/** What days do to contracts. */
@Service
public class ContractDayService {

    private final ContractService contracts;
    private final ContractLifeService life;
    private final ContractRecordRepository records;
    private final ContractExits exits;

    ContractDayService(
            ContractService contracts,
            ContractLifeService life,
            ContractRecordRepository records,
            ContractExits exits) {
        this.contracts = contracts;
        this.life = life;
        this.records = records;
        this.exits = exits;
    }

    /** Those whose last day is over. */
    @CanEditContracts
    @Transactional(readOnly = true)
    public List<Long> over(Viewer viewer, LocalDate today) {
        return records.over(today);
    }

    /** Amendments that hold by now and have not taken their place. */
    @CanEditContracts
    @Transactional(readOnly = true)
    public List<Long> takingEffect(Viewer viewer, LocalDate today) {
        return records.takingEffect(today);
    }

    /** See {@link ContractLifeService}. */
    @CanEditContracts
    @Transactional
    public void takeEffect(Viewer viewer, long id, LocalDate today) {
        life.takeEffect(viewer, id, today);
    }

    /** See {@link ContractLifeService}. */
    @CanEditContracts
    @Transactional
    public void end(Viewer viewer, long id, LocalDate today) {
        life.end(viewer, id, today);
    }

    /** That it may leave by an exit, which is taken in this transaction. */
    @CanEditContracts
    @Transactional
    public void requireExit(Viewer viewer, long id, ContractExit exit) {
        exits.leave(exit, contracts.now(id)).require(exit);
    }
}

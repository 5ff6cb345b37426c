package org.triviumcrm.sales.paper;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.shared.web.NotFound;

/** Contracts as papers: read here in any state, and files of them once they are released. */
@Service
public class ContractPaperService {

    private final ContractService contracts;
    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final PaperWriter writer;
    private final PaperFiles files;

    ContractPaperService(
            ContractService contracts,
            ContractFactsRepository facts,
            ContractExits exits,
            PaperWriter writer,
            PaperFiles files) {
        this.contracts = contracts;
        this.facts = facts;
        this.exits = exits;
        this.writer = writer;
        this.files = files;
    }

    /** As its customer would read it. */
    @CanViewContractPapers
    @Transactional(readOnly = true)
    public WrittenPaper paper(Viewer viewer, ContractPage page) {
        List<PaperLine> lines = contracts.lines(viewer, page);
        return writer.write(PaperContent.of(page), lines, contracts.sums(viewer, page, lines));
    }

    /**
     * The paper as a file: the same bytes each time, as it is kept from the first time on.
     *
     * @throws org.triviumcrm.sales.release.IllegalPaper when it is not released
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanViewContractPapers
    @Transactional
    public PaperFile pdf(Viewer viewer, long id) {
        contracts.page(viewer, id);
        return files.of(exits.leave(ContractExit.PDF, facts.find(id).orElseThrow(NotFound::new)));
    }

    /** As what it was released before, until it was changed or withdrawn; the latest first. */
    @CanViewContractPapers
    @Transactional(readOnly = true)
    public List<FormerPaper> former(Viewer viewer, long id) {
        return files.former(PaperKind.CONTRACT, contracts.page(viewer, id).id());
    }

    /** The file of one of those, as it has left. */
    @CanViewContractPapers
    @Transactional(readOnly = true)
    public PaperFile former(Viewer viewer, long id, long former) {
        return files.former(PaperKind.CONTRACT, contracts.page(viewer, id).id(), former);
    }
}

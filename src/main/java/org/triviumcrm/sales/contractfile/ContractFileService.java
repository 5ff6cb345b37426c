package org.triviumcrm.sales.contractfile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;

/** Files of contracts, for those who see the contract. They say nothing of what is agreed, so a pending approval does not hold them. */
@Service
public class ContractFileService {

    private final ContractService contracts;
    private final ContractFileRepository files;

    ContractFileService(ContractService contracts, ContractFileRepository files) {
        this.contracts = contracts;
        this.files = files;
    }

    @CanSeeContractFiles
    @Transactional(readOnly = true)
    public List<ContractFile> of(Viewer viewer, long contract) {
        return files.of(contracts.page(viewer, contract).id());
    }

    /** @throws NotFound when the viewer does not see its contract */
    @CanSeeContractFiles
    @Transactional(readOnly = true)
    public ContractFile find(Viewer viewer, long id) {
        ContractFile file = files.find(id).orElseThrow(NotFound::new);
        contracts.page(viewer, file.contractId());
        return file;
    }

    @CanSeeContractFiles
    public void write(Viewer viewer, ContractFile file, OutputStream target) throws IOException {
        contracts.page(viewer, file.contractId());
        files.write(file.id(), target);
    }

    @CanKeepContractFiles
    @Transactional(rollbackFor = IOException.class)
    public void keep(Viewer viewer, long contract, SentFile file) throws IOException {
        files.keep(contracts.page(viewer, contract).id(), viewer.personId(), file);
    }

    /** @return the contract that it was of */
    @CanKeepContractFiles
    @Transactional
    public long remove(Viewer viewer, long id) {
        ContractFile file = find(viewer, id);
        files.remove(id);
        return file.contractId();
    }
}

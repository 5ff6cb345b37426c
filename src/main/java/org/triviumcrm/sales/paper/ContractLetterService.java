package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContactPages;
import org.triviumcrm.identity.Letterheads;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.sales.seal.ReleasedContract;
import org.triviumcrm.shared.web.NotFound;

/** Sends contracts by e-mail, with the paper as a file. */
@Service
public class ContractLetterService {

    private final ContractService contracts;
    private final ContractLifeService life;
    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final PaperFiles files;
    private final PaperLetterRepository repository;
    private final Letters letters;
    private final Letterheads letterheads;
    private final ContactPages contactPages;
    private final MessageSource messages;
    private final Clock clock;

    ContractLetterService(
            ContractService contracts,
            ContractLifeService life,
            ContractFactsRepository facts,
            ContractExits exits,
            PaperFiles files,
            PaperLetterRepository repository,
            Letters letters,
            Letterheads letterheads,
            ContactPages contactPages,
            MessageSource messages,
            Clock clock) {
        this.contracts = contracts;
        this.life = life;
        this.facts = facts;
        this.exits = exits;
        this.files = files;
        this.repository = repository;
        this.letters = letters;
        this.letterheads = letterheads;
        this.contactPages = contactPages;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a letter usually says, in the language of the paper, to the contact of the contract. */
    @CanSendContractPapers
    @Transactional(readOnly = true)
    SendPaper proposed(Viewer viewer, ContractPage contract) {
        Locale language = contract.language().startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Object[] words = {
            contract.label(),
            contract.name(),
            Objects.requireNonNullElse(contract.contact(), contract.customer()),
            viewer.name(),
            letterheads.current().name(),
            whereToRead(contract, language)
        };
        return new SendPaper(
                Objects.requireNonNullElse(contract.contactEmail(), ""),
                contract.contact(),
                messages.getMessage("sales.letter.contract.subject", words, language),
                messages.getMessage("sales.letter.contract.text", words, language));
    }

    /** A sentence with the address of its page, where the contact has an account. What was not sent yet is there once this letter is. */
    private String whereToRead(ContractPage contract, Locale language) {
        Long contact = contract.contactId();
        return contact == null || !letters.canLeave()
                ? ""
                : contactPages
                        .contract(contact, contract.id())
                        .map(path -> messages.getMessage(
                                "sales.letter.contract.page", new Object[] {letters.url(path)}, language))
                        .orElse("");
    }

    /** Whether this installation sends e-mails. */
    @CanSendContractPapers
    boolean canLeave(Viewer viewer) {
        return letters.canLeave();
    }

    /** The letters with it, the latest first. */
    @CanViewContractPapers
    @Transactional(readOnly = true)
    public List<PaperLetter> of(Viewer viewer, long id) {
        return repository.of(PaperKind.CONTRACT, contracts.page(viewer, id).id());
    }

    /**
     * Posts a letter with the paper of a contract. The paper is made now, so that what leaves is what is released now.
     *
     * @throws org.triviumcrm.sales.release.IllegalPaper when it is not released
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanSendContractPapers
    @Transactional
    void send(Viewer viewer, long id, SendPaper input) {
        contracts.page(viewer, id);
        ReleasedContract released =
                exits.leave(ContractExit.MAIL, facts.find(id).orElseThrow(NotFound::new));
        files.of(released);
        life.sent(viewer, released, input.address());
        Instant now = clock.instant();
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        long letter =
                repository.add(PaperKind.CONTRACT, id, viewer.isJob() ? null : viewer.personId(), input, domain, now);
        letters.post(PaperLetters.key(PaperKind.CONTRACT), letter, input.address(), input.receiver(), now);
    }
}

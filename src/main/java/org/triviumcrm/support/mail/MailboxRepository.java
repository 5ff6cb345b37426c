package org.triviumcrm.support.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MailboxRepository extends JpaRepository<Mailbox, Long> {

    Optional<Mailbox> findByAddressIgnoreCase(String address);

    List<Mailbox> findByActiveTrueOrderById();
}

package org.triviumcrm.marketing.capture;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaptureKeyRepository extends JpaRepository<CaptureKey, Long> {

    List<CaptureKey> findByOrderByNameAsc();

    Optional<CaptureKey> findByNameIgnoreCase(String name);

    Optional<CaptureKey> findByTokenAndActiveTrue(String token);
}

package network.fanz.platform.events;

import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

@EventType("test_counted")
record CountedEvent(String key, int number) implements DomainEvent {}

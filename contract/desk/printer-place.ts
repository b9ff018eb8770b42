/**
 * A thermal printer as somebody types it: on the network (`tcp:192.168.1.50`, port 9100 where none is given) or a printer's
 * own device file. No other file: a ticket is written over whatever stands there.
 * Apart from the schemas, so that the page loads none.
 */
export const PRINTER_PLACE =
  /^(tcp:[A-Za-z0-9._-]{1,100}(:\d{1,5})?|\/dev\/(usb\/)?lp\d{1,2}|\/\/\.\/(USB\d{3}|LPT\d|COM\d{1,2}))$/;
